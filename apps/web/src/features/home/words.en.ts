import type { homeZh } from './words.zh.ts'

export const homeEn = {
  home: {
    morning: (name) => `Good morning, ${name}`,
    afternoon: (name) => `Good afternoon, ${name}`,
    evening: (name) => `Good evening, ${name}`,
    subtitle: 'What do you want to make today?',
    tools: 'Writing tools',
    pictures: 'Picture tools',
    perPicture: (credits) => `${credits} credits each`,
    recent: 'Recent work',
    all: 'All work',
    emptyTitle: 'Nothing here yet',
    emptyHint: 'Choose a tool, give it a topic, and have a first draft in a minute or two.',
    account: 'Credits and membership',
    balance: 'Balance',
    enoughFor: (count) => `Enough for ${count} texts`,
    notEnough: 'Not enough for one text',
    memberFree: 'Members create without credits',
    membershipStatus: 'Membership',
    details: 'See details',
  },
} satisfies typeof homeZh
