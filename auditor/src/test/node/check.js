// Checks a .tlog-proof file with Sigstore's code for checkpoints and inclusion proofs.
//
//   node check.js PROOF ENTRY VKEY
'use strict';
const { createHash, createPublicKey } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

// The package exports only whole bundles, so its parts are taken by path.
const sigstore = join(process.cwd(), 'node_modules', '@sigstore', 'verify', 'dist', 'tlog');
const { verifyCheckpoint } = require(join(sigstore, 'checkpoint.js'));
const { verifyMerkleInclusion } = require(join(sigstore, 'merkle.js'));

const [proofFile, entryFile, vkey] = process.argv.slice(2);
const proof = readFileSync(proofFile, 'utf8');
const divide = proof.indexOf('\n\n');
const [format, index, ...path] = proof.slice(0, divide).split('\n');
if (format !== 'c2sp.org/tlog-proof@v1') throw new Error(`not a proof: ${format}`);

const [name, , material] = vkey.match(/^([^+]+)\+([0-9a-f]{8})\+(.+)$/).slice(1);
const key = Buffer.from(material, 'base64');
const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), key.subarray(1)]);
const log = {
  // C2SP signed-note: the key id is the beginning of a hash of name, type and key.
  logID: createHash('sha256').update(`${name}\n`).update(key).digest(),
  baseURL: name,
  publicKey: createPublicKey({ key: spki, format: 'der', type: 'spki' }),
};
const entry = {
  canonicalizedBody: readFileSync(entryFile),
  inclusionProof: {
    logIndex: index.replace('index ', ''),
    hashes: path.map((hash) => Buffer.from(hash, 'base64')),
    checkpoint: { envelope: proof.slice(divide + 2) },
  },
};
const checkpoint = verifyCheckpoint(entry, [log]);
verifyMerkleInclusion(entry, checkpoint);
console.log(`${index} in a tree of ${checkpoint.logSize}`);
