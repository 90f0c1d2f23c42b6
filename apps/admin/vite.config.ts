import { fileURLToPath } from 'node:url'
import { appConfig } from '@mozhou/ui/vite/app-config'
import { defineConfig } from 'vite'

export default defineConfig(({ mode }) =>
  appConfig({ mode, port: 3001, root: fileURLToPath(new URL('.', import.meta.url)) }),
)
