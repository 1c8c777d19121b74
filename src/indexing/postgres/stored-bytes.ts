/** The bytes of an array as PostgreSQL reads them from text. */
export function toStoredBytes({ buffer, byteOffset, byteLength }: NodeJS.TypedArray): string {
  return `\\x${Buffer.from(buffer, byteOffset, byteLength).toString("hex")}`;
}
