import type { PartDto } from '@mozhou/contracts/overview/answers'
import type { OverviewPart } from '@mozhou/contracts/overview/kinds'

/** The overview in Chinese: the source dictionary. */
export const overviewZh = {
  overview: {
    subtitle: '今天到现在为止，与昨天和上周同一天的同样几个小时相比。每 30 秒自己更新。',
    today: '今天',
    waiting: '等人处理',
    machines: '机器',
    registrations: '注册',
    received: '到账',
    generations: '生成',
    failures: '没写成',
    yesterday: '昨天同时段',
    lastWeek: '上周同时段',
    see: '查看',
    seeWhat: (what: string) => `查看${what}`,
    stale: '这一次没有读到，下面是之前的数字。',
    money: '资金核对',
    moneyHolds: '全部通过',
    moneyBroken: (count: string) => `${count} 条规则不成立`,
    moneyNever: '还没有核对过',
    ranAt: (time: string) => `${time}核对`,
    abnormal: '异常订单',
    refunds: '退款',
    toDecide: '待决定',
    toLookAt: '要人看',
    support: '客服',
    untaken: (count: string) => `${count} 个还没人接待`,
    oldest: (time: string) => `最早的 ${time}`,
    nothing: '没有',
    models: '出错的模型',
    modelsFine: '没有熔断的，也没有错得多的',
    lastHour: (calls: string, errors: string) => `最近一小时 ${calls} 次调用，${errors} 次出错`,
    open: '已熔断',
    share: (errors: string, calls: string) => `${calls} 次里错 ${errors} 次`,
    circuitsUnknown: 'Redis 不可用，不知道哪些模型已熔断',
    queues: '排队',
    queueOf: {
      generations: '等待开始的生成',
      notices: '未处理的支付通知',
      refunds: '渠道未答复的退款',
      mails: '没发出的邮件',
    },
    parts: '各部分',
    partOf: {
      postgres: 'PostgreSQL',
      redis: 'Redis',
      temporal: 'Temporal',
      worker: 'Worker',
      sandbox: '沙盒',
    } satisfies Record<OverviewPart, string> as Record<OverviewPart, string>,
    stateOf: { ok: '正常', away: '连不上', unwatched: '没有监看' } satisfies Record<PartDto['state'], string> as Record<
      PartDto['state'],
      string
    >,
  },
}
