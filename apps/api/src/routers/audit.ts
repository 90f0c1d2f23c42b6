import { listAuditInput } from '@mozhou/contracts/audit/inputs'
import type { AuditRowDto } from '@mozhou/contracts/audit/answers'
import type { Page } from '@mozhou/contracts/page'
import { listAudit } from '@mozhou/domain/audit/list-audit'
import { adminProcedure, router } from '../trpc.ts'

export const auditRouter = router({
  list: adminProcedure('audit:read')
    .input(listAuditInput)
    .query(({ ctx, input }): Promise<Page<AuditRowDto>> => listAudit(ctx.domain, input)),
})
