import { fileURLToPath } from 'node:url'
import { appConfig } from '@mozhou/ui/vite/app-config'
import { defineConfig } from 'vite'
import { budgets, routes, stages } from './loading.ts'

export default defineConfig(({ mode }) =>
  appConfig({
    mode,
    port: 3000,
    root: fileURLToPath(new URL('.', import.meta.url)),
    stages,
    routes,
    budgets,
    plainPages: ['', 'terms/', 'privacy/', 'en/', 'en/terms/', 'en/privacy/'].map(
      (page) => `welcome/${page}index.html`,
    ),
  }),
)
