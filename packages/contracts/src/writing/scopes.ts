import type { Wording } from '../wording.ts'

export const writingScopes = {
  writing: {
    zh: '写作：生成、重写、优化、续写和停止（会扣积分）',
    en: 'Write: generate, regenerate, optimise, continue and stop (costs credits)',
  },
} as const satisfies Record<string, Wording>
