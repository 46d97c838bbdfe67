// SPDX-License-Identifier: MIT
// Bundles the page of `relata view`:
//   node build.mjs SOURCE_DIR MODULES_DIR OUTPUT.cpp
// MODULES_DIR holds node_modules. The output holds the page in two pieces; the graph's data stand between them.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [sourceDir, modulesDir, output] = process.argv.slice(2);
const esbuild = createRequire(join(modulesDir, "package.json"))("esbuild");
const target = ["chrome100", "firefox100", "safari15.4"];

const bundle = await esbuild.build({
  entryPoints: [join(sourceDir, "main.js")],
  bundle: true, write: false, minify: true, metafile: true, format: "iife", target, charset: "ascii",
  legalComments: "none", // the licences stand in the page as a whole
  absWorkingDir: modulesDir,
  nodePaths: [join(modulesDir, "node_modules")],
  logLevel: "warning",
});
const css = await esbuild.transform(readFileSync(join(sourceDir, "style.css"), "utf8"), { loader: "css", minify: true, target });

// In a script element only these would end it or hide its end.
const script = bundle.outputFiles[0].text.trim().replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
const style = css.code.trim();
const sha256 = (text) => `'sha256-${createHash("sha256").update(text, "utf8").digest("base64")}'`;
const policy = [
  "default-src 'none'", `script-src ${sha256(script)}`, `style-src ${sha256(style)}`, "img-src data: blob:",
  "base-uri 'none'", "form-action 'none'",
].join("; ");

const escapeHtml = (text) => text.replace(/[&<>]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[c]);
const values = { policy, style, script, licences: escapeHtml(licences(bundle.metafile)) };
const page = readFileSync(join(sourceDir, "page.html"), "utf8")
  .replace(/\{\{(policy|style|script|licences)\}\}/g, (_, name) => values[name]);
const [head, tail] = page.split("{{data}}");

writeFileSync(output, `// Made by src/viewer/web/build.mjs.
#include "viewer/page_pieces.hpp"

namespace relata::detail {
const std::string_view page_head = ${literal(head)};
const std::string_view page_tail = ${literal(tail)};
}  // namespace relata::detail
`);

/** Names, versions and licences of all packages whose code is in the bundle. */
function licences(metafile) {
  const names = new Set();
  for (const input of Object.keys(metafile.inputs)) {
    const match = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (match) names.add(match[1]);
  }
  return [...names].sort().map((name) => {
    const folder = join(modulesDir, "node_modules", name);
    const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    if (!file) throw new Error(`${name}: no licence file`);
    return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
  }).join(`\n${"-".repeat(60)}\n\n`);
}

/** A C++ string literal, in pieces that compilers take. */
function literal(text) {
  const bytes = Buffer.from(text, "utf8");
  const lines = [];
  for (let at = 0; at < bytes.length; at += 8000) {
    let line = "";
    for (const byte of bytes.subarray(at, at + 8000)) {
      if (byte === 0x22 || byte === 0x5c) line += `\\${String.fromCharCode(byte)}`;
      else if (byte >= 0x20 && byte < 0x7f && byte !== 0x3f) line += String.fromCharCode(byte);
      else line += `\\${byte.toString(8).padStart(3, "0")}`; // three digits: a digit after them is itself; ? for trigraphs
    }
    lines.push(`\n    "${line}"`);
  }
  return `{${lines.join("")},\n    ${bytes.length}}`;
}
