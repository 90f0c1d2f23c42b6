import { expect, test } from 'vitest'
import { childEnvironment, withoutPersonalSettings } from './child-environment.mjs'

test('the process environment wins over .env', () => {
  const env = childEnvironment({ WEB_PORT: '4000' }, { WEB_PORT: '5000', API_PORT: '5100' })
  expect(env).toMatchObject({ WEB_PORT: '4000', API_PORT: '5100' })
})

test('what npm says of the outer script and its Node is not passed on, the registry is', () => {
  const env = childEnvironment(
    {
      npm_execpath: '/old/npm',
      npm_node_execpath: '/old/node',
      npm_lifecycle_event: 'start',
      npm_package_name: 'x',
      npm_config_local_prefix: '/elsewhere',
      NODE: '/old/node',
      INIT_CWD: '/elsewhere',
      npm_config_registry: 'https://registry.example',
      NODE_OPTIONS: '--trace-warnings',
    },
    {},
  )
  expect(Object.keys(env).sort()).toEqual([
    'CHECKPOINT_DISABLE',
    'NODE_OPTIONS',
    'TURBO_TELEMETRY_DISABLED',
    'npm_config_registry',
  ])
})

test('a throw-away stack sees neither own servers nor vendor keys', () => {
  const env = {
    DATABASE_URL: 'x',
    REDIS_URL: 'x',
    TEMPORAL_ADDRESS: 'x',
    TEMPORAL_API_KEY: 'x',
    OPENAI_API_KEY: 'x',
    BAIDU_SECRET_KEY: 'x',
    SECRET_KEY: 'x',
    CREDENTIALS_KEYS: 'x',
    SANDBOX_URL: 'x',
    PUBLIC_API_URL: 'x',
    PUBLIC_EGRESS_IP: 'x',
    ALIPAY_PRIVATE_KEY: 'x',
    WECHAT_MCH_PRIVATE_KEY: 'x',
    NODE_ENV: 'production',
    HOME: '/home/me',
    CHROMIUM_PATH: '/usr/bin/chromium',
  }
  expect(withoutPersonalSettings(env)).toEqual({ HOME: '/home/me', CHROMIUM_PATH: '/usr/bin/chromium' })
})
