import { addWords } from '../../i18n/i18n.ts'
import { webhooksZh } from './words.zh.ts'

export const useI18n = addWords(webhooksZh, () => import('./words.en.ts').then(({ webhooksEn }) => webhooksEn))
