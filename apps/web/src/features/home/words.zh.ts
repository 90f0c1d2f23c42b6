/** The first page, in Chinese: the source dictionary. */
export const homeZh = {
  home: {
    morning: (name: string) => `早上好，${name}`,
    afternoon: (name: string) => `下午好，${name}`,
    evening: (name: string) => `晚上好，${name}`,
    subtitle: '今天想写点什么、画点什么？',
    tools: '写作工具',
    pictures: '图片工具',
    perPicture: (credits: string) => `${credits} 积分 / 张`,
    recent: '最近作品',
    all: '全部作品',
    emptyTitle: '还没有作品',
    emptyHint: '选一个工具，填个主题，一两分钟就有一篇初稿。',
    account: '积分与会员',
    balance: '积分余额',
    enoughFor: (count: string) => `够写 ${count} 篇文章`,
    notEnough: '不够写一篇文章',
    memberFree: '会员生成不扣积分',
    membershipStatus: '会员状态',
    details: '查看明细',
  },
}
