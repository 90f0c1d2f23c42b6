import { forgetPayees } from '../../withdrawals/forget-payees.ts'
import type { Removal } from '../removal.ts'

export const removePayees: Removal = {
  label: '删除收款人的姓名和证件号',
  async take(tx, person) {
    return { counts: { payees: await forgetPayees(tx, person) }, isOver: true }
  },
}
