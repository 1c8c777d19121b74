/** Rows from `first` to before `end`. */
export interface RowRange {
  readonly first: number;
  readonly end: number;
}

/** Tells of a row whether a search may return it; the same as ranges, for an engine that asks elsewhere. */
export interface RowFilter {
  (row: number): boolean;
  /** Rising and apart from each other. */
  readonly ranges: readonly RowRange[];
}

/** The filter that leaves these rows of `size`; ranges in any order, which may touch or be empty but not overlap. */
export function toRowFilter(size: number, ranges: readonly RowRange[]): RowFilter {
  let accepted: Uint8Array | undefined;
  const mark = (): Uint8Array => {
    const marks = new Uint8Array(size);
    for (const { first, end } of ranges) marks.fill(1, first, end);
    return marks;
  };
  const accept = (row: number): boolean => {
    accepted ??= mark();
    return accepted[row] === 1;
  };
  return Object.assign(accept, { ranges: joined(ranges) });
}

/** Ranges as one array, the first and the end of each in turn: cheap to give to another thread. */
export function toBounds(ranges: readonly RowRange[]): Uint32Array {
  const bounds = new Uint32Array(2 * ranges.length);
  for (const [at, { first, end }] of ranges.entries()) {
    bounds[2 * at] = first;
    bounds[2 * at + 1] = end;
  }
  return bounds;
}

/** Reads back what `toBounds` laid out. */
export function toRanges(bounds: Uint32Array): RowRange[] {
  return Array.from({ length: bounds.length / 2 }, (_, at) => ({
    first: bounds[2 * at] as number,
    end: bounds[2 * at + 1] as number,
  }));
}

function joined(ranges: readonly RowRange[]): RowRange[] {
  const apart: RowRange[] = [];
  for (const { first, end } of ranges.filter((range) => range.first < range.end).sort((a, b) => a.first - b.first)) {
    const last = apart.at(-1);
    if (last?.end === first) apart[apart.length - 1] = { first: last.first, end };
    else apart.push({ first, end });
  }
  return apart;
}
