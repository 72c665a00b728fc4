-- DropForeignKey
ALTER TABLE "SeenView" DROP CONSTRAINT "SeenView_postId_fkey";

-- DropIndex
DROP INDEX "SeenView_postId_idx";

-- CreateTable
CREATE TABLE "UnrankedReads" (
    "postId" INTEGER NOT NULL,
    "reads" INTEGER NOT NULL,

    CONSTRAINT "UnrankedReads_pkey" PRIMARY KEY ("postId")
);

-- AddForeignKey
ALTER TABLE "UnrankedReads" ADD CONSTRAINT "UnrankedReads_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the models cannot say
ALTER TABLE "UnrankedReads" ADD CONSTRAINT "UnrankedReads_reads_positive" CHECK ("reads" > 0);
