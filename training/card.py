"""The model card, written with the figures that were measured."""

from pathlib import Path

TEMPLATE = Path(__file__).with_name("card.md")


def write(args, results: dict[str, dict[str, float]], dev: int, articles: int, pairs: int) -> str:
    """card.md with its blanks filled."""
    names = list(next(iter(results.values())))
    rows = [f"| {' | '.join(['', *names])} |", "|---" * (len(names) + 1) + "|"]
    rows += [f"| {name} | " + " | ".join(f"{v:.3f}" for v in found.values()) + " |" for name, found in results.items()]
    blanks = {
        "NAME": args.out.name, "DIMENSIONS": str(args.dimensions), "PIECES": f"{args.pieces:,}", "EPOCHS": f"{args.epochs:g}",
        "DEV": str(dev), "ARTICLES": f"{articles:,}", "PAIRS": f"{pairs:,}", "TABLE": "\n".join(rows),
    }
    text = TEMPLATE.read_text(encoding="utf-8")
    for blank, value in blanks.items():
        text = text.replace("{{" + blank + "}}", value)
    return text
