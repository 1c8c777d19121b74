(module
  (import "host" "memory" (memory 0))
  ;; Writes the inner product of every row from `a` to `aEnd` with every row from `b` to `bEnd`, f32 rows of `bytes` bytes, a multiple of 16:
  ;; those of the first row of `a`, then those of the second. The rows of `b` are taken in fours, the last ones as many as there are and what lies behind them.
  (func (export "products")
    (param $a i32) (param $aEnd i32) (param $b i32) (param $bEnd i32) (param $bytes i32) (param $out i32)
    (local $row i32) (local $at i32) (local $place i32) (local $value v128)
    (local $sum0 v128) (local $sum1 v128) (local $sum2 v128) (local $sum3 v128)
    (loop $rows
      (local.set $row (local.get $b))
      (loop $fours
        (local.set $at (i32.const 0))
        (local.set $sum0 (v128.const i32x4 0 0 0 0))
        (local.set $sum1 (v128.const i32x4 0 0 0 0))
        (local.set $sum2 (v128.const i32x4 0 0 0 0))
        (local.set $sum3 (v128.const i32x4 0 0 0 0))
        (loop $steps
          (local.set $value (v128.load (i32.add (local.get $a) (local.get $at))))
          (local.set $place (i32.add (local.get $row) (local.get $at)))
          (local.set $sum0 (f32x4.add (local.get $sum0) (f32x4.mul (local.get $value) (v128.load (local.get $place)))))
          (local.set $place (i32.add (local.get $place) (local.get $bytes)))
          (local.set $sum1 (f32x4.add (local.get $sum1) (f32x4.mul (local.get $value) (v128.load (local.get $place)))))
          (local.set $place (i32.add (local.get $place) (local.get $bytes)))
          (local.set $sum2 (f32x4.add (local.get $sum2) (f32x4.mul (local.get $value) (v128.load (local.get $place)))))
          (local.set $place (i32.add (local.get $place) (local.get $bytes)))
          (local.set $sum3 (f32x4.add (local.get $sum3) (f32x4.mul (local.get $value) (v128.load (local.get $place)))))
          (br_if $steps (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $bytes))))
        ;; The four sums of each of the four, added crosswise.
        (local.set $value
          (f32x4.add
            (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $sum0) (local.get $sum1))
            (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $sum0) (local.get $sum1))))
        (local.set $sum0
          (f32x4.add
            (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $sum2) (local.get $sum3))
            (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $sum2) (local.get $sum3))))
        (v128.store (local.get $out)
          (f32x4.add
            (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $value) (local.get $sum0))
            (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $value) (local.get $sum0))))
        (local.set $out (i32.add (local.get $out) (i32.const 16)))
        (br_if $fours
          (i32.lt_u
            (local.tee $row (i32.add (local.get $row) (i32.shl (local.get $bytes) (i32.const 2))))
            (local.get $bEnd))))
      (br_if $rows (i32.lt_u (local.tee $a (i32.add (local.get $a) (local.get $bytes))) (local.get $aEnd))))))
