-- AlterTable
ALTER TABLE "users" ADD COLUMN     "deleted_at" TIMESTAMPTZ(3),
ALTER COLUMN "username_key" DROP NOT NULL,
ALTER COLUMN "email_key" DROP NOT NULL;

-- An account that waits for its deletion, and what is left of one: a row without a name, which money refers to.
ALTER TABLE "users"
    DROP CONSTRAINT "users_status_check",
    ADD CONSTRAINT "users_status_check" CHECK ("status" IN ('active', 'suspended', 'closing', 'deleted')),
    ADD CONSTRAINT "users_named_check" CHECK ("status" = 'deleted' OR ("username_key" IS NOT NULL AND "email_key" IS NOT NULL AND "deleted_at" IS NULL)),
    ADD CONSTRAINT "users_nameless_check" CHECK ("status" <> 'deleted' OR ("deleted_at" IS NOT NULL
        AND "username" = '' AND "username_key" IS NULL AND "username_shape" IS NULL AND "email" = '' AND "email_key" IS NULL
        AND "email_verified_at" IS NULL AND "display_name" = '' AND "locale" IS NULL AND "first_touch" IS NULL AND "suspended_reason" IS NULL)),
    DROP CONSTRAINT "users_signup_gift_check",
    ADD CONSTRAINT "users_signup_gift_check" CHECK ("signup_gift" IN ('given', 'awaiting_email', 'network_limit', 'given_before', 'none'));

-- CreateTable
CREATE TABLE "account_deletions" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'pending',
    "started_by_id" UUID,
    "reason" TEXT,
    "lost" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "tried_at" TIMESTAMPTZ(3),
    "hindrances" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "begun_at" TIMESTAMPTZ(3),
    "done_steps" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "counts" JSONB NOT NULL DEFAULT '{}',
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "account_deletions_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "account_deletions"
    ADD CONSTRAINT "account_deletions_status_check" CHECK ("status" IN ('pending', 'removing', 'done', 'taken_back')),
    ADD CONSTRAINT "account_deletions_ended_check" CHECK (("ended_at" IS NOT NULL) = ("status" IN ('done', 'taken_back'))),
    ADD CONSTRAINT "account_deletions_reason_check" CHECK (("reason" IS NULL) = ("started_by_id" IS NULL));

-- One of a person is open, and those alone are looked for.
CREATE UNIQUE INDEX "account_deletions_open_key" ON "account_deletions"("user_id") WHERE "status" IN ('pending', 'removing');
CREATE INDEX "account_deletions_due_idx" ON "account_deletions"("due_at") WHERE "status" IN ('pending', 'removing');

-- CreateTable
CREATE TABLE "spent_gifts" (
    "mark" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "spent_gifts_pkey" PRIMARY KEY ("mark")
);

-- CreateIndex
CREATE INDEX "account_deletions_user_id_created_at_idx" ON "account_deletions"("user_id", "created_at" DESC);

-- AddForeignKey
ALTER TABLE "account_deletions" ADD CONSTRAINT "account_deletions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_deletions" ADD CONSTRAINT "account_deletions_started_by_id_fkey" FOREIGN KEY ("started_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A mail to whoever closed their account: a thief would begin with that.
ALTER TABLE "notifications"
    DROP CONSTRAINT "notifications_kind_check",
    ADD CONSTRAINT "notifications_kind_check" CHECK ("kind" IN ('order_paid', 'order_closed', 'order_refunded', 'refund_rejected', 'membership_opened', 'membership_renewed', 'membership_ending', 'membership_ended', 'renewal_started', 'renewal_due', 'renewal_stopped', 'gift_expiring', 'work_finished', 'new_sign_in', 'password_changed', 'email_changed', 'account_closing', 'support_answered', 'support_closed', 'support_asked'));

ALTER TABLE "notification_wishes"
    DROP CONSTRAINT "notification_wishes_kind_check",
    ADD CONSTRAINT "notification_wishes_kind_check" CHECK ("kind" IN ('order_paid', 'order_closed', 'order_refunded', 'refund_rejected', 'membership_opened', 'membership_renewed', 'membership_ending', 'membership_ended', 'renewal_started', 'renewal_due', 'renewal_stopped', 'gift_expiring', 'work_finished', 'new_sign_in', 'password_changed', 'email_changed', 'account_closing', 'support_answered', 'support_closed', 'support_asked'));
