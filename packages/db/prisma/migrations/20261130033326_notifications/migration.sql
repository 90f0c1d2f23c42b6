-- CreateTable
CREATE TABLE "password_resets" (
    "id" UUID NOT NULL,
    "asked_for" TEXT,
    "user_id" UUID,
    "email_key" TEXT,
    "token_hash" BYTEA,
    "sealed_token" BYTEA,
    "sealed_key_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "handled_at" TIMESTAMPTZ(3),
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "password_resets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notifications" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "dedupe_key" TEXT NOT NULL,
    "is_shown" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),
    "mail_status" TEXT,
    "mail_to" TEXT,
    "mailed_at" TIMESTAMPTZ(3),

    CONSTRAINT "notifications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification_wishes" (
    "user_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "in_app" BOOLEAN,
    "by_mail" BOOLEAN,

    CONSTRAINT "notification_wishes_pkey" PRIMARY KEY ("user_id","kind")
);

-- CreateIndex
CREATE UNIQUE INDEX "password_resets_token_hash_key" ON "password_resets"("token_hash");

-- CreateIndex
CREATE INDEX "password_resets_user_id_created_at_idx" ON "password_resets"("user_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "password_resets_expires_at_idx" ON "password_resets"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "notifications_dedupe_key_key" ON "notifications"("dedupe_key");

-- CreateIndex
CREATE INDEX "membership_periods_ends_at_idx" ON "membership_periods"("ends_at");

-- AddForeignKey
ALTER TABLE "password_resets" ADD CONSTRAINT "password_resets_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification_wishes" ADD CONSTRAINT "notification_wishes_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "password_resets"
    ADD CONSTRAINT "password_resets_token_check" CHECK (("token_hash" IS NULL) = ("user_id" IS NULL) AND ("user_id" IS NULL) = ("email_key" IS NULL)),
    ADD CONSTRAINT "password_resets_used_check" CHECK ("used_at" IS NULL OR "token_hash" IS NOT NULL);
CREATE INDEX "password_resets_unhandled_idx" ON "password_resets" ("created_at") WHERE "handled_at" IS NULL;

ALTER TABLE "notifications"
    ADD CONSTRAINT "notifications_kind_check" CHECK ("kind" IN ('order_paid', 'order_closed', 'order_refunded', 'membership_opened', 'membership_renewed', 'membership_ending', 'membership_ended', 'work_finished', 'new_sign_in', 'password_changed', 'email_changed')),
    ADD CONSTRAINT "notifications_mail_status_check" CHECK ("mail_status" IN ('queued', 'sent', 'refused', 'unwanted')),
    ADD CONSTRAINT "notifications_somewhere_check" CHECK ("is_shown" OR "mail_status" IS NOT NULL);
CREATE INDEX "notifications_shown_idx" ON "notifications" ("user_id", "created_at" DESC, "id" DESC) WHERE "is_shown";
CREATE INDEX "notifications_unread_idx" ON "notifications" ("user_id") WHERE "is_shown" AND "read_at" IS NULL;
CREATE INDEX "notifications_unmailed_idx" ON "notifications" ("created_at") WHERE "mail_status" = 'queued';

ALTER TABLE "notification_wishes"
    ADD CONSTRAINT "notification_wishes_kind_check" CHECK ("kind" IN ('order_paid', 'order_closed', 'order_refunded', 'membership_opened', 'membership_renewed', 'membership_ending', 'membership_ended', 'work_finished', 'new_sign_in', 'password_changed', 'email_changed'));
