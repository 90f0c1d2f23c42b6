import { uiEn } from '../i18n/en.ts'
import { uiZh } from '../i18n/zh.ts'
import { createI18n } from './i18n.tsx'

/** The kit's own words, for component tests. */
export const { Provider: TestI18n, prepare: prepareTestI18n } = createI18n(uiZh, () => Promise.resolve(uiEn))
