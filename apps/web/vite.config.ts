import { fileURLToPath } from 'node:url'
import { appConfig } from '@mozhou/ui/vite/app-config'
import { pageBudgets } from '@mozhou/ui/vite/page-budgets'
import { defineConfig } from 'vite'

const budgets = [
  { page: 'login', modules: ['accounts/login.page.tsx'], maxGzipBytes: 90_000 },
  {
    page: 'writing',
    modules: ['shell/app-shell.tsx', 'writing/studio.page.tsx'],
    oneOfImportsOf: 'writing/load-tool.ts',
    maxGzipBytes: 180_000,
  },
]

export default defineConfig(({ mode }) => {
  const config = appConfig({ mode, port: 3000, root: fileURLToPath(new URL('.', import.meta.url)) })
  return { ...config, plugins: [config.plugins, pageBudgets({ budgets, isEnforced: false })] }
})
