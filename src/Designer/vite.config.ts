import { gzipSync } from 'node:zlib';
import { defineConfig } from 'vitest/config';
import type { Plugin } from 'vite';

const kilobyte = 1024;
const most = 600;

/** Says how much each page's script weighs on the wire, and stops a build that grew too heavy. */
function weighed(): Plugin {
  return {
    name: 'weighed',
    generateBundle(_, bundle) {
      const scripts = Object.values(bundle).filter((file) => file.type === 'chunk');
      const sizes = new Map(scripts.map((script) => [script.fileName, gzipSync(script.code).length / kilobyte]));

      for (const script of scripts.filter((one) => one.isEntry)) {
        const size = [script.fileName, ...script.imports].reduce((sum, name) => sum + (sizes.get(name) ?? 0), 0);
        console.log(`designer: ${script.fileName} ${size.toFixed(0)} KB gzip (limit ${most})`);

        if (size > most) {
          this.error(`${script.fileName} is heavier than ${most} KB.`);
        }
      }
    },
  };
}

// The server serves these files under /designer with fixed names; nothing in them needs inline script or style.
export default defineConfig({
  base: '/designer/',
  plugins: [weighed()],
  build: {
    outDir: '../Server/wwwroot/designer',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1000,
    rollupOptions: {
      input: { viewer: 'src/viewer.ts', designer: 'src/designer.ts' },
      preserveEntrySignatures: 'exports-only',
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: '[name]-[hash].js',
        assetFileNames: '[name][extname]',
      },
    },
  },
  test: {
    environment: 'jsdom',
    // Node takes its entry for old loaders, which does not find what it imports.
    alias: { 'diagram-js-minimap': new URL('node_modules/diagram-js-minimap/dist/index.esm.js', import.meta.url).pathname },
    server: { deps: { inline: [/diagram-js-minimap/] } },
  },
});
