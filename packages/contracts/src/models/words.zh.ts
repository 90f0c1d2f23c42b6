import type { modelsErrors } from './errors.ts'

export const modelsErrorsZh = {
  MODEL_NOT_FOUND: '没有找到这个模型，没有扣积分。请换一个模型。',
  MODEL_NOT_AVAILABLE: '现在没有可用的模型，没有扣积分。请稍后再试，或换一个模型。',
  MODEL_MEMBERS_ONLY: '这个模型仅会员可用，没有扣积分。请换一个模型。',
  MODEL_ALIAS_TAKEN: '已有同名的模型，没有保存。请换一个名称。',
  MODEL_IS_DEFAULT:
    '{{ model }} 是默认模型，不能停用、改为仅会员、填过去的下线日期或删除，什么都没有改动。请先把另一个模型设为默认。',
  MODEL_UNFIT_AS_DEFAULT:
    '{{ model }} 已停用、仅会员可用或已过下线日期，不能设为默认，什么都没有改动。请先改好它，或选另一个模型。',
  MODEL_PARAMETER_UNSUPPORTED: '这个模型不支持其中一项参数，没有保存。请调整后重试。',
  CREDENTIALS_UNREADABLE: '模型密钥无法解密，没有扣积分。请管理员重新填写密钥。',
} satisfies Record<keyof typeof modelsErrors, string>
