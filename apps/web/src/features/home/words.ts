import { addWords } from '../../i18n/i18n.ts'
import { homeZh } from './words.zh.ts'

export const useI18n = addWords(homeZh, () => import('./words.en.ts').then(({ homeEn }) => homeEn))
