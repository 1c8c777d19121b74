import { defineCommand } from "citty";
export const benchCommand = defineCommand({ meta: { name: "bench" }, run() {} });
