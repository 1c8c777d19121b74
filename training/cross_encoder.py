"""A small network that reads question and passage together: which words of the passage answer to each word of the question, and whether that is enough."""

import inspect
import json
from pathlib import Path

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

from export import quantise, write_sums

DIMENSIONS, COMPARED, HIDDEN = 96, 48, 64
VERDICTS = ["", "可以", "不可以", "应当", "不适用"]  # by which a passage decides a yes/no question; "" where it does not
MODEL, EXAMPLES = "onnx/model.onnx", "examples.json"
PADDING = 0  # piece 0 is unknown, and never handed in
# Pieces of a window: of a question; of a passage, of which headings and lead-in may be so many where it is longer; common to two windows.
QUESTION_PIECES, PASSAGE_PIECES, HEAD_PIECES, OVERLAP = 20, 96, 24, 16


def windows(head: np.ndarray, own: np.ndarray) -> list[np.ndarray]:
    """What is read of a passage at once: the pieces of its headings and lead-in, then its own, a long one in parts (`windowsOf` in passage-windows.ts)."""
    if len(head) + len(own) <= PASSAGE_PIECES:
        return [np.concatenate([head, own])]
    head = head[:HEAD_PIECES]
    room = PASSAGE_PIECES - len(head)
    return [np.concatenate([head, own[start : start + room]]) for start in range(0, max(1, len(own) - OVERLAP), room - OVERLAP)]


class CrossEncoder(nn.Module):
    """
    Pieces have vectors of their own (`table`), mixed with their neighbours'. Each piece of the question is laid beside what it attends to in the passage (or beside
    `nothing`), the two are compared, and the comparisons are pooled by how much the pieces matter.
    """

    def __init__(self, table: torch.Tensor):
        super().__init__()
        d, g, h = DIMENSIONS, COMPARED, HIDDEN
        matrix = lambda *shape: nn.Parameter(torch.randn(*shape) / shape[0] ** 0.5)
        zeros = lambda *shape: nn.Parameter(torch.zeros(*shape))
        self.table = nn.Parameter(table)
        self.passage_mix, self.question_mix = nn.Parameter(torch.randn(3, d) * 0.3), nn.Parameter(torch.randn(3, d) * 0.3)
        self.question_out = matrix(d, d)
        self.attention = matrix(d, d)
        self.cosine_weight = nn.Parameter(torch.tensor([8.0]))
        self.nothing_weight, self.nothing = zeros(1), zeros(d)
        self.compare_question, self.compare, self.compare_bias = matrix(d, g), matrix(2 * d + 2, g), zeros(g)
        self.importance = zeros(d + 1)
        self.shape = matrix(d, d)
        self.pool, self.pool_bias = matrix(2 * g + d + 2, h), zeros(h)
        self.score, self.score_bias = matrix(h, 2 + len(VERDICTS)), zeros(2 + len(VERDICTS))
        self.dropout = nn.Dropout(0.15)

    def mixed(self, vectors, mask, weights):
        """relu of the weighted sum of a piece, the one before and the one after it."""
        vectors = vectors * mask.unsqueeze(2)
        before, after = F.pad(vectors, (0, 0, 1, 0))[:, :-1], F.pad(vectors, (0, 0, 0, 1))[:, 1:]
        return torch.relu(vectors * weights[0] + before * weights[1] + after * weights[2])

    def forward(self, questions, passages, owner):
        """Pieces of questions (questions × pieces) and passages (passages × pieces), each padded with 0; `owner`: the question of each passage.
        Passages × 7: how each stands among others, whether it tells what is asked, and the logits of `VERDICTS`."""
        used, inverse = torch.unique(torch.cat([questions.flatten(), passages.flatten()]), return_inverse=True)
        vectors = F.embedding(used, self.table)
        asked = inverse[: questions.numel()].view(questions.shape)
        read = inverse[questions.numel() :].view(passages.shape)
        return self.scores(vectors, asked, read, (questions != PADDING).float(), (passages != PADDING).float(), owner)

    def scores(self, vectors, asked, read, asked_mask, read_mask, owner):
        lengths = vectors.norm(dim=1).clamp(min=1e-6)
        units, vectors = vectors / lengths.unsqueeze(1), self.dropout(vectors)
        q, p = F.embedding(asked, vectors), F.embedding(read, vectors)
        q = q + self.mixed(q, asked_mask, self.question_mix) @ self.question_out
        p = p + self.mixed(p, read_mask, self.passage_mix)
        outside = (1 - read_mask).unsqueeze(1) * -1e4
        cosine = torch.bmm(F.embedding(asked, units).index_select(0, owner), F.embedding(read, units).transpose(1, 2)) + outside
        attention = torch.bmm((q @ self.attention).index_select(0, owner), p.transpose(1, 2)) / DIMENSIONS**0.5 + self.cosine_weight * cosine + outside
        nothing = self.nothing_weight.expand(attention.shape[0], attention.shape[1], 1)
        attention = torch.cat([attention, nothing], 2).softmax(2)
        met = torch.bmm(attention[:, :, :-1], p) + attention[:, :, -1:] * self.nothing
        nearest = cosine.max(2, keepdim=True).values
        own = q.index_select(0, owner)
        compared = torch.relu(
            (q @ self.compare_question).index_select(0, owner)
            + torch.cat([own * met, (own - met).abs(), nearest, attention[:, :, -1:]], 2) @ self.compare
            + self.compare_bias
        )
        weight = torch.cat([q, lengths.log()[asked].unsqueeze(2)], 2) @ self.importance + (asked_mask - 1) * 1e4
        weight = weight.softmax(1)[owner].unsqueeze(2)
        kept = asked_mask[owner].unsqueeze(2)
        topic = (q * asked_mask.unsqueeze(2)).sum(1) / asked_mask.sum(1, keepdim=True)
        shape = (topic @ self.shape)[owner] * (p + outside.transpose(1, 2)).max(1).values
        pooled = torch.cat(
            [(compared * weight).sum(1), (compared * kept).max(1).values, shape, (nearest * weight).sum(1), read_mask.sum(1, keepdim=True).log()], 1
        )
        return torch.relu(pooled @ self.pool + self.pool_bias) @ self.score + self.score_bias


class Exported(CrossEncoder):
    """The network as it is shipped, int8 rows with a scale each: one question and its passages, none of them empty."""

    def __init__(self, network: CrossEncoder):
        super().__init__(network.table.data)
        self.load_state_dict(network.state_dict())
        rows, scales = quantise(self.table.data.numpy())
        del self.table
        self.register_buffer("table", torch.from_numpy(rows))
        self.register_buffer("scales", torch.from_numpy(scales))
        self.eval()

    def forward(self, question, passages):
        pieces = torch.cat([question.flatten(), passages.flatten()])
        vectors = self.table[pieces].float() * self.scales[pieces]
        places = torch.arange(pieces.shape[0])
        asked, read = places[: question.shape[1]].unsqueeze(0), places[question.shape[1] :].view(passages.shape)
        owner = torch.zeros(passages.shape[0], dtype=torch.long)
        return self.scores(vectors, asked, read, (question != PADDING).float(), (passages != PADDING).float(), owner)


def export(network: CrossEncoder, folder: Path, examples: list) -> None:
    """Writes onnx/model.onnx, examples.json (pieces and the scores that they get, for the product's tests) and SHA256SUMS."""
    exported = Exported(network)
    (folder / "onnx").mkdir(parents=True, exist_ok=True)
    question, passages = examples[0]
    # The product finds the weights by their names, which the exporter of later versions does not keep.
    by_name = {"dynamo": False} if "dynamo" in inspect.signature(torch.onnx.export).parameters else {}
    torch.onnx.export(
        exported, (question, passages), str(folder / MODEL), opset_version=13, do_constant_folding=False, **by_name,
        input_names=["question", "passages"], output_names=["scores"],
        dynamic_axes={"question": {1: "asked"}, "passages": {0: "count", 1: "read"}},
    )
    lists = []
    with torch.no_grad():
        for question, passages in examples:
            known = lambda row: [int(piece) for piece in row if piece != PADDING]
            scores = [[round(float(score), 5) for score in row] for row in exported(question, passages)]
            lists.append({"question": known(question[0]), "passages": [known(row) for row in passages], "scores": scores})
    (folder / EXAMPLES).write_text(json.dumps(lists) + "\n")
    write_sums(folder, [MODEL])
