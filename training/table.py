"""The model: one vector a piece; a text is the mean of its pieces. Trained by contrast within a batch."""

import time

import numpy as np
import torch
import torch.nn.functional as F

from wordpiece import Bags


def embed(table: np.ndarray, bags: Bags) -> np.ndarray:
    """Unit vectors of the bags; an empty bag is the zero vector."""
    with torch.no_grad():
        means = F.embedding_bag(
            torch.from_numpy(bags.flat.astype(np.int64)), torch.from_numpy(table),
            torch.from_numpy(bags.starts[:-1]), mode="mean",
        )
        return F.normalize(means, dim=1).numpy()


class RowAdam:
    """Adam that touches only the rows of a batch."""

    def __init__(self, table: torch.Tensor, betas=(0.9, 0.999), eps=1e-8):
        self.table, self.betas, self.eps = table, betas, eps
        self.first = torch.zeros_like(table)
        self.second = torch.zeros_like(table)
        self.steps = 0

    def step(self, rows: torch.Tensor, grad: torch.Tensor, rate: float) -> None:
        self.steps += 1
        b1, b2 = self.betas
        first = self.first[rows].mul_(b1).add_(grad, alpha=1 - b1)
        second = self.second[rows].mul_(b2).addcmul_(grad, grad, value=1 - b2)
        self.first[rows], self.second[rows] = first, second
        size = rate * (1 - b2**self.steps) ** 0.5 / (1 - b1**self.steps)
        self.table[rows] = self.table[rows] - size * first / (second.sqrt() + self.eps)


def train(table, batches, steps, rate=0.01, scale=20.0, adam=None, decay="linear", log=print):
    """
    Trains `table` (pieces × dimensions, float32) in place. `batches(step)` gives query bags, document bags (the first as many
    as there are queries are the positives, the rest are hard negatives) and a boolean mask, queries × documents, of pairs that must not count as
    negatives.
    """
    weights = torch.from_numpy(table)
    adam = adam or RowAdam(weights)
    began, losses = time.time(), []
    for step in range(steps):
        queries, documents, same = batches(step)
        rows, local = np.unique(np.concatenate([queries.flat, documents.flat]), return_inverse=True)
        rows = torch.from_numpy(rows.astype(np.int64))
        local = torch.from_numpy(local)
        near = weights[rows].requires_grad_(True)
        q = _unit(near, local[: len(queries.flat)], queries.starts)
        d = _unit(near, local[len(queries.flat) :], documents.starts)
        scores = (scale * q @ d.T).masked_fill(torch.from_numpy(same), -1e4)
        target = torch.arange(len(queries))
        loss = (F.cross_entropy(scores, target) + F.cross_entropy(scores[:, : len(queries)].T, target)) / 2
        loss.backward()
        part = step / steps
        adam.step(rows, near.grad, rate * (1 - part if decay == "linear" else 0.5 * (1 + np.cos(np.pi * part))))
        losses.append(loss.item())
        if step % 50 == 49:
            log(f"step {step + 1}/{steps} loss {np.mean(losses[-50:]):.3f} {time.time() - began:.0f} s")
    return table


def _unit(table, flat, starts):
    return F.normalize(F.embedding_bag(flat, table, torch.from_numpy(starts[:-1]), mode="mean"), dim=1)
