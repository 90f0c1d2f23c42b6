import type { goalsZh } from './words.zh.ts'

export const goalsEn = {
  goals: {
    title: 'Goal for today',
    early: 'Members first',
    earlySince: (date) => `Members first, since ${date}`,
    earlyHint: 'Set a number of characters a day, and the home page tells how far you are.',
    becomeMember: 'See the membership',
    progress: (written, goal) => `${written} of ${goal} characters today`,
    written: (written) => `${written} characters today`,
    reached: 'Today’s goal is reached',
    counted: 'Counts by how much the works of today have grown; copies do not count.',
    choose: 'Characters a day',
    none: 'None',
  },
} satisfies typeof goalsZh
