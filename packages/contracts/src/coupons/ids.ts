export const couponsIds = { coupon: 'cpn', userCoupon: 'ucp', couponIssue: 'cis' } as const
