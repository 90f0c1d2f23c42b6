// What npm tells its own script about the launcher's Node and package. A child that runs on
// another Node, or is npm itself, must not inherit it.
const npmPrivate =
  /^(npm_(package|lifecycle|command|execpath|node_execpath|config_local_prefix|config_user_agent)|NODE$|INIT_CWD$)/

/**
 * The process environment, completed by `.env`; what the process already has wins.
 * @param {NodeJS.ProcessEnv} processEnv
 * @param {Record<string, string>} fileValues
 * @returns {NodeJS.ProcessEnv}
 */
export function childEnvironment(processEnv, fileValues) {
  const inherited = Object.entries(processEnv).filter(([name]) => !npmPrivate.test(name))
  return {
    TURBO_TELEMETRY_DISABLED: '1',
    CHECKPOINT_DISABLE: '1',
    ...fileValues,
    ...Object.fromEntries(inherited),
  }
}

// A throw-away stack has servers of its own, and must not spend a person's money at a vendor.
const personal =
  /^(DATABASE_URL|REDIS_URL|SANDBOX_URL|API_URL|PUBLIC_API_URL|PUBLIC_EGRESS_IP|NODE_ENV|CREDENTIALS_KEYS|TEMPORAL_.*|FILES_DIR|S3_.*|ALIPAY_.*|WECHAT_.*|(.*_)?(API_KEY|SECRET_KEY))$/

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function withoutPersonalSettings(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !personal.test(name)))
}
