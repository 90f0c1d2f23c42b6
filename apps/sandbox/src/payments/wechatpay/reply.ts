/** What an endpoint found; `text` instead of JSON for a bill. */
export interface Found {
  status: number
  body: Record<string, unknown> | null
}

export const ok = (body: Record<string, unknown>): Found => ({ status: 200, body })
export const noContent: Found = { status: 204, body: null }
export const refused = (status: number, code: string, message: string): Found => ({ status, body: { code, message } })

export const paramError = (field: string, issue: string): Found => ({
  status: 400,
  body: {
    code: 'PARAM_ERROR',
    message: `参数错误：${issue}`,
    detail: { field: `/${field.replaceAll('.', '/')}`, value: '', issue, location: 'body' },
  },
})

export const systemError = refused(500, 'SYSTEM_ERROR', '系统异常，请稍后重试')
export const tooOften = refused(429, 'FREQUENCY_LIMITED', '频率超限')
export const signError = refused(401, 'SIGN_ERROR', '签名错误，请检查后再试')
export const noOrder = refused(404, 'ORDER_NOT_EXIST', '订单不存在')
export const noResource = refused(404, 'RESOURCE_NOT_EXISTS', '资源不存在')
