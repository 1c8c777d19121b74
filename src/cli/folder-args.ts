/** Options that every command takes (contract.md section 1). */
export const folderArgs = {
  corpus: { type: "string", default: "corpus", valueHint: "DIR", description: "语料目录" },
  index: { type: "string", default: "index", valueHint: "DIR", description: "索引目录" },
} as const;
