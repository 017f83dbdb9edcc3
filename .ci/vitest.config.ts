import {defineConfig} from 'vitest/config'

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  // One process for many files: React-PDF is loaded once, and what would only work in a fresh process shows.
  test: {isolate: false, include: ['tests/**/*.test.{ts,tsx}'], testTimeout: 60_000, hookTimeout: 60_000, maxWorkers: '100%'},
})
