import type { Removal } from '../removal.ts'

export const removeSettings: Removal = {
  label: '删除个人设置',
  async take(tx, { userId }) {
    const filters = await tx.prisma.savedFilter.deleteMany({ where: { userId } })
    const goals = await tx.prisma.writingGoal.deleteMany({ where: { userId } })
    return { counts: { saved_filters: filters.count, goals: goals.count }, isOver: true }
  },
}
