"""Question-shaped pairs made from articles: the wording of one clause, thinned and turned into a question, and its article."""

import re

import numpy as np

from articles import Article

CLAUSE = re.compile(r"[，。；：！？\n]")
ITEM = re.compile(r"^[（(][一二三四五六七八九十]+[）)]")
#: How a clause with this wording is asked about; the first that fits is used.
ASKED = [
    (re.compile(r"不得|禁止|严禁"), ["可以{}吗？", "能不能{}？", "{}会怎么样？", "{}违法吗？"]),
    (re.compile(r"可以|有权|允许"), ["是否可以{}？", "能{}吗？", "{}行不行？"]),
    (re.compile(r"罚款|责令|处分|追究|有期徒刑|吊销"), ["{}怎么处罚？", "{}会受到什么处罚？", "{}要负什么责任？"]),
    (re.compile(r"赔偿|承担.*责任|补偿"), ["{}谁来赔？", "{}要赔偿吗？", "{}由谁承担责任？"]),
    (re.compile(r"[日月年]内|期限|届满"), ["{}多久？", "{}期限是多长时间？", "什么时候{}？"]),
    (re.compile(r"负责|主管|部门"), ["{}归谁管？", "哪个部门{}？"]),
    (re.compile(r"条件|符合|具备"), ["{}需要什么条件？", "{}有哪些要求？"]),
    (re.compile(r"是指|所称"), ["什么是{}？", "{}怎么理解？"]),
    (re.compile(""), ["{}怎么办？", "{}应该如何处理？", "{}有什么规定？", "{}吗？", "关于{}是怎么规定的？"]),
]
STIFF = re.compile(r"不得|禁止|严禁|应当|可以|有权|必须|依法|下列|本法|本条例|本规定|本办法|按照|依照|规定的?|以及")


def shaped_pairs(articles: list[Article], per_article: int, seed: int = 1) -> list[tuple[str, str]]:
    """(question, article) pairs. In half of them the clause asked about is taken out of the article."""
    random = np.random.default_rng(seed)
    pairs = []
    for article in articles:
        clauses = [ITEM.sub("", c).strip() for c in CLAUSE.split(article.text)]
        clauses = [c for c in clauses if 6 <= len(c) <= 40]
        for place in random.permutation(len(clauses))[:per_article]:
            clause = clauses[place]
            text = article.text.replace(clause, "") if random.random() < 0.5 and len(article.text) > 60 else article.text
            lead = [article.law.replace("中华人民共和国", ""), article.path.split(" ")[-1], ""][random.choice(3, p=[0.1, 0.2, 0.7])]
            pairs.append((lead + _ask(clause, random), f"{article.law}\n{article.path}\n{text}"))
    return pairs


def _ask(clause: str, random: np.random.Generator) -> str:
    shapes = next(shapes for pattern, shapes in ASKED if pattern.search(clause))
    body = STIFF.sub("", clause) or clause
    return shapes[random.integers(len(shapes))].format(body)
