import { defineConfig } from 'vitest/config';

// The server serves these files under /designer with fixed names; nothing in them needs inline script or style.
export default defineConfig({
  base: '/designer/',
  build: {
    outDir: '../Server/wwwroot/designer',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1000,
    rollupOptions: {
      input: { viewer: 'src/viewer.ts' },
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
  },
});
