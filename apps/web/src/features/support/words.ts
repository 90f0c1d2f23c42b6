import { addWords } from '../../i18n/i18n.ts'
import { supportZh } from './words.zh.ts'

export const useI18n = addWords(supportZh, () => import('./words.en.ts').then(({ supportEn }) => supportEn))
