import { addWords } from '../../i18n/i18n.ts'
import { storageZh } from './words.zh.ts'

export const useI18n = addWords(storageZh, () => import('./words.en.ts').then(({ storageEn }) => storageEn))
