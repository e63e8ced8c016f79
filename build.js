// Builds what bin/crm.js runs: one bundle in which every verb is loaded only when it is called.
import { build } from 'esbuild'

await build({
  entryPoints: ['src/start.ts'],
  outfile: 'dist/crm.cjs',
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  minifySyntax: true,
  minifyWhitespace: true,
  keepNames: true,
  define: { 'import.meta.dirname': '__dirname' },
  legalComments: 'none',
  // Rarely needed and heavy: read from node_modules when a verb asks for them.
  // A script with a code cache cannot import(): what is external is required.
  supported: { 'dynamic-import': false },
  external: ['pinyin-pro', '@inquirer/prompts'],
  logLevel: 'warning',
})
