import { defineCommand } from "citty";
export const serveCommand = defineCommand({ meta: { name: "serve" }, run() {} });
