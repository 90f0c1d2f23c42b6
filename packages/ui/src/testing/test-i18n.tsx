import { uiEn } from '../i18n/en.ts'
import type { AppDictionary } from '../i18n/zh.ts'
import { uiZh } from '../i18n/zh.ts'
import { createI18n } from '../i18n/i18n.tsx'

const app = {
  name: '墨舟',
  sandbox: '沙盒',
  sandboxHint: '',
  notFoundTitle: '没有这个页面',
  notFoundHint: '',
  backHome: '回到首页',
}

/** The kit's own words, for component tests. */
export const { Provider: TestI18n } = createI18n<AppDictionary>({ ...uiZh, app }, () =>
  Promise.resolve({ ...uiEn, app }),
)
