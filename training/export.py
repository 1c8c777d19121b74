"""Writes a table as the int8 ONNX model and WordPiece tokenizer that transformers.js loads."""

import hashlib
import json
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

FILES = ["config.json", "onnx/model_quantized.onnx", "tokenizer.json", "tokenizer_config.json"]
#: Written by fit_reranker.py once the model is there.
RANKING = "ranking.json"


def quantise(table: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """int8 rows and their scales: row = scale × int8. Piece 0, the unknown one, is zero."""
    table = table.copy()
    table[0] = 0
    scales = (np.abs(table).max(axis=1, keepdims=True) / 127).astype(np.float32)
    return np.rint(table / np.maximum(scales, 1e-12)).astype(np.int8), scales


def write_model(folder: Path, table: np.ndarray, vocabulary: list[str]) -> None:
    """Files of `FILES` under `folder`; SHA256SUMS is written by `write_sums`."""
    (folder / "onnx").mkdir(parents=True, exist_ok=True)
    onnx.save(_graph(table), str(folder / "onnx" / "model_quantized.onnx"))
    config = {
        "model_type": "bert", "architectures": ["BertModel"], "hidden_size": table.shape[1], "vocab_size": len(vocabulary),
    }
    settings = {"tokenizer_class": "BertTokenizer", "model_max_length": 512, "unk_token": "[UNK]", "pad_token": "[UNK]"}
    (folder / "config.json").write_text(json.dumps(config))
    (folder / "tokenizer_config.json").write_text(json.dumps(settings))
    (folder / "tokenizer.json").write_text(json.dumps(_tokenizer(vocabulary), ensure_ascii=False), encoding="utf-8")


def write_sums(folder: Path, files: list[str] | None = None) -> None:
    """SHA256SUMS in sha256sum's own format over the files that the product loads."""
    names = [name for name in files or [*FILES, RANKING] if (folder / name).exists()]
    lines = [f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}\n" for name in names]
    (folder / "SHA256SUMS").write_text("".join(lines))


def _graph(table: np.ndarray) -> onnx.ModelProto:
    rows, scales = quantise(table)
    nodes = [
        helper.make_node("Gather", ["W", "input_ids"], ["q"]),
        helper.make_node("Cast", ["q"], ["qf"], to=TensorProto.FLOAT),
        helper.make_node("Gather", ["S", "input_ids"], ["s"]),
        helper.make_node("Mul", ["qf", "s"], ["last_hidden_state"]),
    ]
    # transformers.js hands over all three; the graph needs the first.
    inputs = [
        helper.make_tensor_value_info(name, TensorProto.INT64, ["b", "t"])
        for name in ("input_ids", "attention_mask", "token_type_ids")
    ]
    outputs = [helper.make_tensor_value_info("last_hidden_state", TensorProto.FLOAT, ["b", "t", table.shape[1]])]
    weights = [numpy_helper.from_array(rows, "W"), numpy_helper.from_array(scales, "S")]
    graph = helper.make_graph(nodes, "static-embedding", inputs, outputs, weights)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)


def _tokenizer(vocabulary: list[str]) -> dict:
    return {
        "version": "1.0", "truncation": None, "padding": None,
        "added_tokens": [
            {"id": 0, "content": "[UNK]", "single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": True}
        ],
        "normalizer": {"type": "Sequence", "normalizers": [{"type": "NFKC"}, {"type": "Lowercase"}]},
        "pre_tokenizer": {"type": "WhitespaceSplit"}, "post_processor": None, "decoder": None,
        "model": {
            "type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "", "max_input_chars_per_word": 100,
            "vocab": {piece: i for i, piece in enumerate(vocabulary)},
        },
    }
