import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const api = process.env.SKEIN_API ?? 'http://127.0.0.1:4747'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: { outDir: '../dist/app', emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 700 },
  // The page imports modules of api/ too: those are not asked of the API.
  server: { proxy: { '^/api/[^?]*(?<!\\.ts)(\\?|$)': { target: api, changeOrigin: false } } },
})
