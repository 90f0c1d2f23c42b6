import type { campaignsErrors } from './errors.ts'

export const campaignsErrorsZh = {
  CAMPAIGN_NOT_FOUND: '没有这个活动。请回到活动列表查看。',
  CAMPAIGN_NOT_BEGUN: '活动还没有开始，没有记录。请到开始时间再来。',
  CAMPAIGN_PAUSED: '活动暂停中，这次没有记录。恢复后可以再来。',
  CAMPAIGN_ENDED: '活动已经结束，这次没有记录。可以看看别的活动。',
  CAMPAIGN_NOT_FOR_YOU: '这个活动面向另一部分用户，这次没有记录。可以看看别的活动。',
  CAMPAIGN_LIMIT_PERSON: '每人最多参加 {{ limit }} 次，你已经参加满了，这次没有记录。',
  CAMPAIGN_LIMIT_DAY: '每人每天最多参加 {{ limit }} 次，这次没有记录。请明天再来。',
  CAMPAIGN_BUDGET_USED_UP: '活动名额已经发完，这次没有发放，也没有记录。可以看看别的活动。',
  CAMPAIGN_NOT_BY_HAND: '这个活动不用报名：符合条件时自动生效，没有改动。',
  CAMPAIGN_CHANGED: '这个活动刚被别人改过，你的修改没有保存。请刷新后再改。',
  CAMPAIGN_NOT_DRAFT: '只有草稿可以删除，没有改动。已发布的活动请结束它。',
  CAMPAIGN_TRANSITION_UNFIT: '活动现在的状态不能这样操作，没有改动。请刷新后再看。',
  CAMPAIGN_KIND_FIXED: '活动的类型和预算单位不能改，没有保存。请新建一个活动。',
  CAMPAIGN_BUDGET_TOO_SMALL: '预算不能少于已用和占用的 {{ least }}，没有保存。',
  CAMPAIGN_LIST_UNKNOWN: '名单里有 {{ count }} 个用户名不存在，没有保存，例如：{{ names }}。请核对后再保存。',
  CAMPAIGN_SEGMENT_UNKNOWN: '没有你保存的这个用户筛选，没有保存。请换一个，或先到用户列表保存筛选。',
  CAMPAIGN_LIMIT_MISSING: '请填每人最多领几次，没有保存。',
  CAMPAIGN_FORM_UNFIT: '现行推广规则的返利不是这种形式，活动加不上，没有改动。请先换规则，或另建同一形式的活动。',
  CAMPAIGN_COUPON_UNFIT: '没有这个优惠券，或它已经结束，没有保存。请换一个。',
  CAMPAIGN_SHARE_TOO_HIGH: '加上现行规则的第二级，返利超过实付的 {{ most }} %，没有保存。请调低比例。',
} satisfies Record<keyof typeof campaignsErrors, string>
