import { addWords } from '../../i18n/i18n.ts'
import { ordersZh } from './words.zh.ts'

export const useI18n = addWords(ordersZh, () => import('./words.en.ts').then(({ ordersEn }) => ordersEn))
