import { listAuditInput } from '@mozhou/contracts/audit/inputs'
import type { AuditRowDto } from '@mozhou/contracts/audit/answers'
import { mayDo } from '@mozhou/contracts/permissions'
import type { Page } from '@mozhou/contracts/page'
import { listAudit } from '@mozhou/domain/audit/list-audit'
import { adminProcedure, router } from '../trpc.ts'

export const auditRouter = router({
  list: adminProcedure('audit:money')
    .input(listAuditInput)
    .query(({ ctx, input }): Promise<Page<AuditRowDto>> =>
      listAudit(ctx.domain, { ...input, isMoneyOnly: !mayDo(ctx.user.role, 'audit:read') }),
    ),
})
