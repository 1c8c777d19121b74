/**
 * The form of a numbered value: 三季度 → 季度. Values of one form answer one another: a question on 一季度 is a question
 * to a column of 三季度. Null for a value without a number.
 */
export function formOf(value: string): string | null {
  return /^第?[一二三四五六七八九十\d]+(\p{Script=Han}{1,3})$/u.exec(value)?.[1] ?? null;
}
