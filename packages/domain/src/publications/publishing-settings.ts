import type { PublishingSettings } from '@mozhou/integrations/publishing/create-publishing'
import type { DomainEnvironment } from '../environment.ts'

/** Our applications at platforms, each whole or not at all. @throws Error that names what one lacks */
export function publishingSettings(env: DomainEnvironment): PublishingSettings {
  return {
    sandboxUrl: env.SANDBOX_URL ?? null,
    apps: {
      douyin: whole('DOUYIN_CLIENT_KEY', env.DOUYIN_CLIENT_KEY, 'DOUYIN_CLIENT_SECRET', env.DOUYIN_CLIENT_SECRET),
      kuaishou: whole('KUAISHOU_APP_ID', env.KUAISHOU_APP_ID, 'KUAISHOU_APP_SECRET', env.KUAISHOU_APP_SECRET),
    },
  }
}

function whole(idName: string, id: string | undefined, secretName: string, secret: string | undefined) {
  if (id === undefined && secret === undefined) return null
  if (id === undefined || secret === undefined) throw new Error(`${idName} and ${secretName} come together`)
  return { id, secret }
}
