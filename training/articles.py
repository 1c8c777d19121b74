"""Reads laws.tar.xz into articles: one record for each line that begins 第…条, with what follows it."""

import re
import tarfile
from dataclasses import dataclass, field

NUMERAL = "零〇一二三四五六七八九十百千"
ARTICLE = re.compile(rf"^第[{NUMERAL}]+条(?:之[{NUMERAL}]+)?(?=[\s　]|$|[^{NUMERAL}第的规款项至和、，])")
HEADING = re.compile(r"^(#{2,6})\s+(.*)$")
DATE = re.compile(r"\((\d{4}-\d{2}-\d{2})\)")
CIVIL_CODE = "中华人民共和国民法典"


@dataclass
class Article:
    law: str  # title of the law as printed
    number: str  # 第五十四条
    path: str  # headings above it, outermost first, joined by a space
    text: str  # its paragraphs, joined by newlines, without the number
    date: str  # adoption, YYYY-MM-DD, "" where the file name has none
    national: bool
    newest: bool = field(default=True)

    @property
    def search_text(self) -> str:
        """Title, headings and words, as the product embeds a provision."""
        return "\n".join(part for part in (self.law, self.path, self.text) if part)


def read_articles(archive: str) -> list[Article]:
    """All articles of the archive in a stable order; `newest` is false where a later version of the law exists."""
    # As a stream: a seek in a compressed archive starts over from its beginning.
    with tarfile.open(archive, "r|*") as tar:
        files = sorted((m.name, tar.extractfile(m).read().decode("utf-8")) for m in tar if m.name.endswith(".md"))
    articles = [article for name, text in files for article in read_law(name, text)]
    latest: dict[tuple[bool, str], str] = {}
    for a in articles:
        key = (a.national, law_key(a.law))
        latest[key] = max(latest.get(key, ""), a.date)
    for a in articles:
        a.newest = a.date == latest[(a.national, law_key(a.law))]
    return articles


def law_key(name: str) -> str:
    """A name by which citations and titles of one law meet."""
    name = re.sub(r"[《》〈〉“”\"\s]", "", name).replace("(", "（").replace(")", "）")
    name = re.sub(r"（\d{4}.*?）|（(?:全文|失效|修订|修正)）", "", name)
    return name.replace("中华人民共和国", "")


def read_law(path: str, text: str):
    name = path.split("/")[-1][:-3]
    date = DATE.search(name)
    title_line = re.search(r"^# (.+)$", text, re.M)
    title = title_line.group(1).strip() if title_line else DATE.sub("", name)
    if "/民法典/" in f"/{path}":
        title = CIVIL_CODE
    national = "DLC/" not in path
    headings: dict[int, str] = {}
    current: Article | None = None
    for line in text.splitlines():
        line = line.strip()
        heading = HEADING.match(line)
        start = ARTICLE.match(line)
        if heading:
            if current:
                yield current
                current = None
            level = len(heading.group(1))
            headings = {k: v for k, v in headings.items() if k < level}
            headings[level] = re.sub(rf"^第[{NUMERAL}]+[编章节]\s*", "", heading.group(2).strip())
        elif start:
            if current:
                yield current
            current = Article(
                title, start.group(0), " ".join(headings[k] for k in sorted(headings)), line[start.end() :].strip(),
                date.group(1) if date else "", national,
            )
        elif current and line:
            current.text += "\n" + line
    if current:
        yield current
