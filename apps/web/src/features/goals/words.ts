import { addWords } from '../../i18n/i18n.ts'
import { goalsZh } from './words.zh.ts'

export const useI18n = addWords(goalsZh, () => import('./words.en.ts').then(({ goalsEn }) => goalsEn))
