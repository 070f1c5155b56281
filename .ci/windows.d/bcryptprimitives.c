/* Rust's standard library (rpds, calamine) takes its random numbers from ProcessPrng, which Wine 8 has not. */
#include <windows.h>
#include <ntsecapi.h>
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE buffer, SIZE_T length) { return RtlGenRandom(buffer, (ULONG)length); }
