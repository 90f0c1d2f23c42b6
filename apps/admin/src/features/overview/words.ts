import { addWords } from '../../i18n/i18n.ts'
import { overviewZh } from './words.zh.ts'

export const useI18n = addWords(overviewZh, () => import('./words.en.ts').then(({ overviewEn }) => overviewEn))
