-- CreateTable
CREATE TABLE "ledger_audits" (
    "id" UUID NOT NULL,
    "step" INTEGER NOT NULL DEFAULT 0,
    "state" JSONB NOT NULL,
    "total" INTEGER NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "ledger_audits_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ledger_audits_started_at_idx" ON "ledger_audits"("started_at" DESC);
