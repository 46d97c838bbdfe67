// SPDX-License-Identifier: MIT
// What graphology holds of its own JSON, of GraphML and of GEXF; prints what part.py describes.
//   load_graphology.mjs DIR MODULES     MODULES: a folder with node_modules
import { readFileSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const [directory, modules] = process.argv.slice(2);
const require = createRequire(join(resolve(modules), 'package.json'));
const { MultiDirectedGraph } = require('graphology');
const gexf = require('graphology-gexf');
const graphml = require('graphology-graphml');

let pending = '';
function flush() {
  const bytes = Buffer.from(pending);
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(1, bytes, at);
    } catch (error) {
      if (error.code !== 'EAGAIN') throw error;
    }
  }
  pending = '';
}
function say(...line) {
  pending += JSON.stringify(line) + '\n';
  if (pending.length > 1 << 16) flush();
}

// The package does not let its package.json be required.
const description = readFileSync(join(modules, 'node_modules/graphology/package.json'), 'utf8');
say('consumer', 'graphology', JSON.parse(description).version);
const drawn = new Set(['x', 'y', 'z', 'size', 'color']);
const held = (attributes) => Object.fromEntries(Object.entries(attributes).filter(([name]) => !drawn.has(name)));
for (const [file, read] of [
  ['graph.graphology.json', (text) => MultiDirectedGraph.from(JSON.parse(text))],
  ['graph.graphml', (text) => graphml.parse(MultiDirectedGraph, text, { addMissingNodes: false })],
  ['graph.gexf', (text) => gexf.parse(MultiDirectedGraph, text, { addMissingNodes: false })],
]) {
  say('file', file);
  const begin = performance.now();
  const graph = read(readFileSync(join(directory, file), 'utf8'));
  say('seconds', (performance.now() - begin) / 1000);
  graph.forEachNode((node, attributes) => say('node', node, held(attributes)));
  graph.forEachEdge((edge, attributes, source, target) => say('edge', edge, source, target, held(attributes)));
}
flush();
