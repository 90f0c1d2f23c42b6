import { addWords } from '../../i18n/i18n.ts'
import { creditsZh } from './words.zh.ts'

export const useI18n = addWords(creditsZh, () => import('./words.en.ts').then(({ creditsEn }) => creditsEn))
