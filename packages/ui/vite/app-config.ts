import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import tailwind from '@tailwindcss/vite'
import type { ProxyOptions, UserConfig } from 'vite'
import { loadEnv } from 'vite'
import solid from 'vite-plugin-solid'
import { pageBudgets } from './page-budgets.ts'
import type { PageBudget } from './page-budgets.ts'
import { routeFiles } from './route-files.ts'
import type { RouteSources } from './route-files.ts'
import { stageGroups } from './stages.ts'
import type { Stage } from './stages.ts'

/** Sent by `vite preview`; whatever serves the built files in production must send the same (docs/operations.md). */
const securityHeaders = {
  // Style attributes are how the kit places menus; scripts and style sheets come from files of ours alone.
  'Content-Security-Policy': [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
}

/**
 * Passes requests on to the API. When the API dies in the middle of a stream, the page is told at once: left alone, the
 * proxy keeps the page's side open and silent, and the page waits for nothing.
 */
function passOn(target: string): ProxyOptions {
  return {
    target,
    configure: (proxy) => {
      proxy.on('proxyRes', (answer, _request, response) => {
        answer.on('close', () => {
          if (!answer.complete) response.destroy()
        })
      })
    },
  }
}

interface AppOptions {
  mode: string
  port: number
  root: string
  stages: readonly Stage[]
  routes: readonly RouteSources[]
  budgets?: readonly PageBudget[]
  /** Pages beside the app that stand by themselves, without its scripts: paths of their HTML. */
  plainPages?: readonly string[]
}

/** The Vite configuration of both apps. `API_URL` (process or .env) says where /trpc, /api and /f are passed on to. */
export function appConfig(options: AppOptions): UserConfig {
  const repository = fileURLToPath(new URL('../../..', import.meta.url))
  const target = loadEnv(options.mode, repository, 'API_URL')['API_URL'] ?? 'http://127.0.0.1:3100'
  const server = {
    host: '127.0.0.1',
    port: options.port,
    strictPort: true,
    proxy: { '/trpc': passOn(target), '/api': passOn(target), '/f/': passOn(target) },
  }
  return {
    root: options.root,
    publicDir: fileURLToPath(new URL('../public', import.meta.url)),
    plugins: [
      solid(),
      tailwind(),
      routeFiles(options.root, options.routes),
      pageBudgets(options.root, options.budgets ?? []),
    ],
    server,
    preview: { ...server, headers: securityHeaders },
    build: {
      target: ['chrome123', 'firefox120', 'safari17.5'],
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: ['index.html', ...(options.plainPages ?? [])].map((page) => resolve(options.root, page)),
        output: { codeSplitting: { groups: stageGroups(options.root, options.stages) } },
      },
    },
  }
}
