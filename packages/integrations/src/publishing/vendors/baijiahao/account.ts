import { assistedCapability } from '../../assisted/assisted-parts.ts'
import type { AppKeysWay, Connected, Credentials, KeyField } from '../../account-port.ts'
import { refusedHere } from '../../platform-error.ts'
import type { PublishingTarget } from '../../port.ts'
import { call, keysOf } from './client.ts'
import { vendor } from './errors.ts'
import { stampOf } from './piece-list.ts'

const where = { zh: '百家号后台 → 设置 → 开发者服务', en: 'The console, settings, developers’ service' }

const keyFields: readonly KeyField[] = [
  {
    name: 'name',
    label: { zh: '百家号名称', en: 'Name of the account' },
    hint: { zh: '只用来在这里区分账号', en: 'To tell your accounts apart here' },
    isSecret: false,
    isRequired: true,
  },
  { name: 'appId', label: { zh: 'app_id', en: 'app_id' }, hint: where, isSecret: false, isRequired: true },
  { name: 'appToken', label: { zh: 'app_token', en: 'app_token' }, hint: where, isSecret: true, isRequired: true },
]

const noFilms = { zh: '视频由你在百家号发布', en: 'Films you publish on its page yourself' }

/** A list of the last minutes is asked for: it needs the same keys as publishing, and changes nothing. */
export async function checkAccount(
  target: PublishingTarget,
  credentials: Credentials,
  signal: AbortSignal,
): Promise<Connected> {
  const now = target.clock.now()
  const fields = {
    start_time: stampOf(new Date(now.getTime() - 600_000)),
    end_time: stampOf(now),
    page_no: 1,
    page_size: 1,
  }
  await call({ target, credentials, path: '/query/articleListall', mode: 'safe', fields }, signal)
  const { appId = '', name = '' } = keysOf(credentials)
  return {
    credentials,
    profile: { externalId: appId, name: name === '' ? appId : name, avatarUrl: null, url: null },
    capabilities: [
      { contentType: 'article', route: 'api', otherRoutes: ['assisted'], reason: null, declarable: null },
      assistedCapability('video', noFilms),
    ],
  }
}

export const appKeysWay = (target: PublishingTarget): AppKeysWay => ({
  fields: keyFields,
  steps: [
    {
      zh: '在百家号后台开通开发者服务，复制 app_id 和 app_token',
      en: 'Open the developers’ service in the console and copy both',
    },
  ],
  async connect(keys, signal) {
    const missing = keyFields.find(({ name }) => (keys[name] ?? '').trim() === '')
    if (missing) throw refusedHere(vendor, `missing_${missing.name}`)
    const known = Object.fromEntries(keyFields.map(({ name }) => [name, (keys[name] ?? '').trim()]))
    return checkAccount(target, { way: 'app_keys', keys: known, access: null }, signal)
  },
})
